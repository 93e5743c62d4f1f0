import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { functionLogText } from '../live/functions/function-log'
import { createGateway } from '../live/gateway'
import { createLocalIdentityProvider } from '../live/identity/local-identity-provider'
import { rootKeyFrom } from '../live/identity/root-key'
import type { HostPorts } from '../service/ports'
import { createAuthorityFiles } from '../storage/authority-files'
import { createExportStore } from '../storage/export-store'
import { createPoolKeyFiles } from '../storage/pool-key-files'
import { createPreferences } from '../storage/preferences'
import { createProjectStore } from '../storage/project-store'
import { createSampleStore } from '../storage/sample-store'
import { checkReplayFiles } from './file-log-reader'
import { startDocumentWorker, startSimulatorWorker } from './worker-threads-port'

export interface NodePortsOptions {
  readonly version: string
  readonly dataFolder: string
  readonly projectsFolder: string
  readonly resourcesFolder: string
  readonly simulatorWorkerUrl: URL
  readonly documentWorkerUrl: URL
  readonly handlerProcessUrl: URL
  /** A file to be opened at once, absolute; null when none was named. */
  readonly openPath: string | null
  /** The system's file dialog; null where there is none. */
  readonly pickFile: HostPorts['pickFile']
  readonly pickSaveFile: HostPorts['pickSaveFile']
  readonly pickFolder: HostPorts['pickFolder']
  /** Ports of our own that no integration may call. */
  readonly ownPorts: () => readonly number[]
  /** Takes what the gateway says beside its answers, a line at a time. */
  readonly log: (line: string) => void
}

/** What both hosts give the service: files, threads and sockets of Node, which Electron has as well. */
export function createNodePorts(options: NodePortsOptions): HostPorts {
  return {
    version: options.version,
    platform: platformOf(process.platform),
    openPath: options.openPath,
    projects: createProjectStore({ projectsFolder: options.projectsFolder }),
    preferences: createPreferences({ dataFolder: options.dataFolder }),
    samples: createSampleStore({
      folder: join(options.resourcesFolder, 'samples'),
      projectsFolder: options.projectsFolder,
    }),
    startSimulatorWorker: () => startSimulatorWorker(options.simulatorWorkerUrl),
    startDocumentWorker: () => startDocumentWorker(options.documentWorkerUrl),
    checkReplayFiles,
    parallelism: availableParallelism(),
    gateway: createGateway({
      handlerProcessUrl: options.handlerProcessUrl,
      ownPorts: options.ownPorts,
      log: options.log,
      functionLog: (line) => options.log(functionLogText(line)),
      cacheFolder: join(options.dataFolder, 'cache'),
      identity: createLocalIdentityProvider({ store: createPoolKeyFiles(options.dataFolder) }),
      rootKey: rootKeyFrom(process.env),
      authorityStore: createAuthorityFiles(options.dataFolder),
    }),
    pickFile: options.pickFile,
    pickSaveFile: options.pickSaveFile,
    pickFolder: options.pickFolder,
    exports: createExportStore({ dataFolder: options.dataFolder }),
    now: () => performance.timeOrigin + performance.now(),
  }
}

/** Other systems look and behave like Linux in everything the window asks about. */
function platformOf(platform: NodeJS.Platform): HostPorts['platform'] {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux'
}
