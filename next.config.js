/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Types are checked by `npm run check`; a newsroom's machine need not check them again to start.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    {
      // A changed font or icon gets a new name.
      source: '/:file(fonts/.*|favicon.svg|icon-.*|apple-touch-icon.png)',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=604800' }],
    },
  ],
  // Addresses that no folder can have: a part of a name that varies, and a first letter that is a dot.
  rewrites: async () => [
    { source: '/sitemap-:file.xml', destination: '/sitemaps/:file' },
    { source: '/.well-known/security.txt', destination: '/security.txt' },
  ],
  serverExternalPackages: ['pg', '@prisma/adapter-pg', '@prisma/client'],
};

export default config;
