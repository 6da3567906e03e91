/**
 * Who may import whom. A room may import itself and the rooms named here, nothing else of ours.
 * `npm run check` fails when a rule is broken, or when nothing was looked at.
 */
const layers = {
  app: ['components', 'lib/page-models', 'lib/syndication', 'lib/site', 'lib/text'],
  components: ['lib/page-models', 'lib/site', 'lib/text'],
  'lib/syndication': ['lib/page-models', 'lib/site', 'lib/text'],
  'lib/page-models': ['lib/store', 'lib/document', 'lib/site', 'lib/text'],
  'lib/store': ['lib/document', 'lib/site', 'lib/text'],
  'lib/document': ['lib/site', 'lib/text'],
  'lib/postgres': ['lib/site'],
  'lib/site': [],
  'lib/text': ['lib/site'],
  delivery: ['lib/site', 'lib/text'],
  outbox: ['lib/store', 'lib/postgres', 'lib/site', 'lib/text'],
  prisma: ['lib/document', 'lib/store', 'lib/postgres', 'lib/site', 'lib/text'],
  scripts: ['prisma', 'lib/document', 'lib/store', 'lib/postgres', 'lib/site', 'lib/text'],
  // The checker of structured data is a tool for tests, and no part of the program.
  e2e: ['scripts', 'lib/postgres', 'lib/site', 'lib/syndication/testing'],
  bench: [
    ...['app', 'components', 'delivery', 'scripts'],
    ...['lib/page-models', 'lib/store', 'lib/document', 'lib/postgres', 'lib/site', 'prisma'],
  ],
};

const rooms = Object.keys(layers);
const inside = (names) => `^(${names.join('|')})/`;

const directions = Object.entries(layers).map(([room, allowed]) => ({
  name: `${room} imports only what lies below it`,
  severity: 'error',
  from: { path: inside([room]) },
  to: { path: inside(rooms), pathNot: inside([room, ...allowed]) },
}));

module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'components take only types from page models',
      severity: 'error',
      from: { path: inside(['components']) },
      to: { path: inside(['lib/page-models']), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'page models take only types from documents',
      severity: 'error',
      from: { path: inside(['lib/page-models']) },
      to: { path: inside(['lib/document']), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only the store knows the generated client',
      severity: 'error',
      from: { pathNot: inside(['lib/store']) },
      to: { path: '^lib/store/generated/' },
    },
    {
      name: 'only the store, the server’s life and delivery’s ear touch Prisma or pg',
      severity: 'error',
      from: {
        pathNot: `${inside(['lib/store', 'lib/postgres', 'prisma/engine'])}|^prisma\\.config\\.ts$|^delivery/session\\.ts$`,
      },
      to: { path: 'node_modules/(pg|prisma|@prisma)/' },
    },
    {
      name: 'no cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/store/generated/'] },
    exclude: { path: ['^\\.next/', '^\\.data/', '^next(-env)?\\.d\\.ts$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
