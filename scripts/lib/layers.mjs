// Who may import whom, as data. The arrows: style of the house, README "Import directions".

const PURE = [
  'shared',
  'documents',
  'engine',
  'templates',
  'cost',
  'alarms',
  'insights',
  'simulator',
  'control-plane',
  'exporters',
  'importers',
  'project-format',
  'ports',
  'service',
]

/** Folder -> the other folders it may import. A layer may always import itself. */
export const LAYERS = {
  shared: { folder: 'src/shared', mayImport: [] },
  documents: { folder: 'src/main/documents', mayImport: ['shared'] },
  engine: { folder: 'src/main/engine', mayImport: ['shared', 'documents'] },
  /** Renders for the playground, saved cases, the engine beside others. */
  templates: { folder: 'src/main/templates', mayImport: ['shared', 'engine', 'documents'] },
  /** Prices, and what a month of something costs. */
  cost: { folder: 'src/main/cost', mayImport: ['shared'] },
  /** CloudWatch alarms: from datapoints to a state over time. */
  alarms: { folder: 'src/main/alarms', mayImport: ['shared'] },
  /** The query language of CloudWatch Logs Insights over log records. */
  insights: { folder: 'src/main/insights', mayImport: ['shared', 'engine', 'documents'] },
  simulator: { folder: 'src/main/simulator', mayImport: ['shared', 'engine', 'cost'] },
  exporters: { folder: 'src/main/exporters', mayImport: ['shared', 'engine', 'documents', 'project-format'] },
  /** The management API of the two services as pure operations on a design, without the wire. */
  'control-plane': { folder: 'src/main/control-plane', mayImport: ['shared', 'engine', 'documents'] },
  importers: {
    folder: 'src/main/importers',
    mayImport: ['shared', 'engine', 'documents', 'project-format', 'control-plane'],
  },
  'project-format': { folder: 'src/main/project-format', mayImport: ['shared', 'engine', 'documents'] },
  // What the service asks of its hosts. Those who answer import it, so it stands below both.
  ports: { folder: 'src/main/service/ports.ts', mayImport: ['shared', 'simulator'] },
  service: {
    folder: 'src/main/service',
    mayImport: [
      'shared',
      'engine',
      'documents',
      'project-format',
      'templates',
      'cost',
      'alarms',
      'insights',
      'simulator',
      'control-plane',
      'exporters',
      'importers',
      'ports',
    ],
  },
  live: { folder: 'src/main/live', mayImport: ['shared', 'engine', 'documents', 'project-format', 'ports'] },
  storage: { folder: 'src/main/storage', mayImport: ['shared', 'engine', 'documents', 'project-format', 'ports'] },
  hosts: { folder: 'src/main/hosts', mayImport: [...PURE, 'live', 'storage'] },
  cli: { folder: 'src/main/cli', mayImport: [...PURE, 'live', 'storage', 'hosts'] },
  /** The product's own figures. */
  bench: { folder: 'src/main/bench', mayImport: [...PURE, 'live', 'storage', 'hosts'] },
  /** The developers' runner: plays published cases against any part. */
  conformance: { folder: 'src/main/conformance', mayImport: [...PURE, 'live', 'storage', 'hosts', 'cli'] },

  'renderer contract': { folder: 'src/renderer/contract', mayImport: ['shared'] },
  'renderer ui': { folder: 'src/renderer/ui', mayImport: ['shared', 'renderer contract'] },
  'renderer stores': { folder: 'src/renderer/stores', mayImport: ['shared', 'renderer contract', 'renderer ui'] },
  'renderer features': {
    folder: 'src/renderer/features',
    mayImport: ['shared', 'renderer contract', 'renderer ui', 'renderer stores'],
    /** Each sub-folder stands alone. */
    isSplit: true,
  },
  'renderer app': {
    folder: 'src/renderer/app',
    mayImport: ['shared', 'renderer contract', 'renderer ui', 'renderer stores', 'renderer features'],
  },
}

/** Files that stand outside of the folders, and the layer whose rules they follow. */
export const SINGLE_FILES = {
  'src/main/service/ports.ts': 'ports',
  'src/main/service/document-tasks.ts': 'ports',
  'src/renderer/contract-client.ts': 'renderer contract',
  'src/renderer/main.tsx': 'renderer app',
}

/** These run without Node, Electron and React. */
export const PURE_LAYERS = new Set(PURE)

/** The only folder that may import Electron. */
export const ELECTRON_FOLDER = 'src/main/hosts/electron/'

/** Folders whose entry files are called index.ts; everywhere else an index.ts would be a barrel. */
export const ENTRY_FOLDERS = ['src/main/hosts/', 'src/main/cli/']

/** Where colours are written down as numbers; everywhere else they are named. */
export const COLOUR_FILES = /^src\/renderer\/(.*\/)?(tokens|theme)([^/]*|\/[^/]*)\.(ts|json|css)$/

/** "src/main/engine/flight.ts" -> "engine"; null for a file that no layer holds. */
export function layerOf(path) {
  if (SINGLE_FILES[path]) return SINGLE_FILES[path]
  return Object.keys(LAYERS).find((name) => path.startsWith(`${LAYERS[name].folder}/`)) ?? null
}

/** "src/renderer/features/routes/x.tsx" -> "routes"; null outside of split layers. */
export function partOf(path) {
  const layer = LAYERS[layerOf(path)]
  return layer?.isSplit ? path.slice(layer.folder.length + 1).split('/')[0] : null
}
