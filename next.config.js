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
  // The picture of components/sample.ts, in whatever size and format.
  rewrites: async () => ({
    beforeFiles: [
      {
        source: '/media/:picture(.*0123456789abcdef0123456789abcdef.*)',
        destination: '/styleguide/picture',
      },
    ],
  }),
  serverExternalPackages: ['pg', '@prisma/adapter-pg', '@prisma/client'],
};

export default config;
