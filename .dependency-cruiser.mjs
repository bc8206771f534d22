const sentence = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** The architecture as rules; ARCHITECTURE.md tells the same in prose. */
export default {
  forbidden: [
    sentence(
      'libs-know-no-app',
      'Libraries serve the apps, never the other way round.',
      { path: '^libs/' },
      { path: '^apps/' },
    ),
    sentence(
      'apps-never-meet',
      'Apps talk through the database and the queues only.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    sentence(
      'stages-do-not-know-each-other',
      'A stage is woken by events, not by another stage.',
      { path: '^apps/pipeline/stages/([^/]+)\\.worker\\.ts$' },
      {
        path: '^apps/pipeline/stages/[^/]+\\.worker\\.ts$',
        pathNot: '^apps/pipeline/stages/$1\\.worker\\.ts$',
      },
    ),
    sentence(
      'ground-floor-knows-no-noun',
      'platform and events know nothing of the domain beyond payload types.',
      { path: '^libs/(platform|events)/' },
      { path: '^libs/', pathNot: '^libs/(platform|events)/', dependencyTypesNot: ['type-only'] },
    ),
    sentence(
      'rules-are-pure',
      'Rules are functions of their arguments: no framework, no database, no clock.',
      { path: '^libs/[^/]+/rules/' },
      {
        pathNot: [
          '^config/',
          '^libs/[^/]+/rules/',
          '/vocabulary\\.ts$',
          '^libs/platform/(calendar|day-in-words)\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    ),
    sentence(
      'config-is-data',
      'Policy is data: it imports types and other data only.',
      { path: '^config/' },
      {
        pathNot: ['^config/', '\\.json$'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    sentence(
      'no-cycles',
      'A cycle has no place to start reading. What is loaded when a page is opened closes none.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
    ),
    sentence(
      'everything-resolves',
      'An import the tool cannot follow escapes every other rule.',
      {},
      // Its `source` condition names files it does not ship; for our own imports that condition is needed.
      { couldNotResolve: true, pathNot: '^react-aria-components$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|\\.spec\\.ts$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'types', 'node', 'default'],
    },
  },
};
