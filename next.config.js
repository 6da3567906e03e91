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
  // A route takes a whole segment of the path, so a story's Markdown is rendered behind its address;
  // asked for there, it moves to its address.
  rewrites: async () => ({
    beforeFiles: [
      // The picture of components/sample.ts, in whatever size and format.
      {
        source: '/media/:picture(.*0123456789abcdef0123456789abcdef.*)',
        destination: '/styleguide/picture',
      },
      {
        source: '/:section([a-z0-9-]+)/:slug([a-z0-9-]+).md',
        destination: '/story-as-markdown/:section/:slug',
      },
    ],
    // A part of a name that varies, and a first letter that is a dot: no folder can have them.
    afterFiles: [
      { source: '/sitemap-:file.xml', destination: '/sitemaps/:file' },
      { source: '/.well-known/security.txt', destination: '/security.txt' },
      // Only the running site knows its key: the route says which of these names it is.
      { source: '/:key([a-zA-Z0-9-]{8,128}).txt', destination: '/indexnow-key/:key' },
    ],
  }),
  redirects: async () => [
    {
      source: '/story-as-markdown/:section/:slug',
      destination: '/:section/:slug.md',
      permanent: true,
    },
    { source: '/indexnow-key/:key', destination: '/:key.txt', permanent: true },
  ],
  serverExternalPackages: ['pg', '@prisma/adapter-pg', '@prisma/client'],
};

export default config;
