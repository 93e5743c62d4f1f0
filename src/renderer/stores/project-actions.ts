import { GatewrightError } from '@shared/contract/errors'
import type { ImportReport } from '@shared/contract/import-report'
import type { OpenProject } from '@shared/contract/project'
import type { Api, ProtocolType } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import { addApi } from '@shared/design/edits/add-api'
import { newApi } from '@shared/design/new-api'
import { emptyDesign } from '@shared/design/new-design'
import { routeKeysOf } from '@shared/design/route-key'
import { bridge } from '../contract-client'
import { useDesignStore } from './design-store'
import { fileBase64 } from './file-base64'
import { nextTask } from './next-task'
import { refuseLargeFile } from './refuse-large-file'
import { useRunStore } from './run-store'
import { useShellStore, type ImportDocument } from './shell-store'
import { useUiStore } from './ui-store'
import { undeployedChangesOf } from './undeployed'

/** Do something that may not work out; what went wrong is told under this title, and the open project stays as it is. */
export async function attempt(title: string, action: () => Promise<void>): Promise<boolean> {
  try {
    await action()
    return true
  } catch (error) {
    if (!(error instanceof GatewrightError) || error.code === 'host/bug' || error.code === 'host/connection-lost')
      throw error
    useShellStore.getState().fail({ title, message: error.message, diagnostics: error.details?.diagnostics ?? [] })
    return false
  }
}

/** Select an API, its first stage and its first route. */
export function selectApi(api: Api): void {
  const ui = useUiStore.getState()
  ui.selectApi(api.id, Object.keys(api.stages)[0] ?? null)
  const [routeKey] = routeKeysOf(api)
  if (routeKey !== undefined) ui.openTab({ kind: 'route', key: routeKey })
}

/** Keep what is selected as long as it exists: after undo, or when a file's content was taken over. */
export function reselect(design: Design): void {
  const { apiId, stage } = useUiStore.getState()
  const api = design.apis.find((each) => each.id === apiId)
  if (api === undefined) {
    const [first] = design.apis
    if (first) selectApi(first)
  } else if (stage === null || !Object.hasOwn(api.stages, stage)) {
    const [first] = Object.keys(api.stages)
    if (first !== undefined) useUiStore.getState().selectStage(first)
  }
}

/** In steps, between which the window draws and takes input: a large design has enough to do in each of them. */
async function show(project: OpenProject): Promise<void> {
  const { design } = project
  useShellStore.setState({ overlay: null, diskChange: null, importReport: null, importDocument: null })
  await nextTask()
  compareWithDeployed(design)
  await nextTask()
  useRunStore.getState().reset()
  useDesignStore.getState().opened(project)
  useUiStore.setState({
    apiId: null,
    stage: null,
    tabs: [],
    activeTab: null,
    scenarioName: design.scenarios[0]?.name ?? null,
  })
  reselect(design)
  useUiStore.getState().show('design')
  void refreshInfo()
}

/** Worked out here, it is known when the window is drawn. */
function compareWithDeployed(design: Design): void {
  const [api] = design.apis
  const [stage] = Object.keys(api?.stages ?? {})
  if (api?.protocolType === 'REST' && stage !== undefined) undeployedChangesOf(api, stage)
}

/** Ask again what the welcome page shows: recent projects change as projects are opened. */
export async function refreshInfo(): Promise<void> {
  useUiStore.setState({ info: await bridge.call('app.info', {}) })
}

/** A project of this name with one API. */
export function createApi(name: string, protocolType: ProtocolType): Promise<boolean> {
  return attempt(`${name} cannot be created`, async () => {
    const api = newApi({ name, protocolType, takenIds: [], createdDate: new Date().toISOString() })
    await show(await bridge.call('project.create', { design: { ...emptyDesign(name), apis: [api] } }))
  })
}

/** A further API in the open project, on screen at once. */
export function addApiToProject(name: string, protocolType: ProtocolType): void {
  const { design, edit } = useDesignStore.getState()
  if (design === null) return
  const takenIds = design.apis.map(({ id }) => id)
  const api = newApi({ name, protocolType, takenIds, createdDate: new Date().toISOString() })
  edit(`New API ${name}`, (each) => addApi(each, api))
  selectApi(api)
  useUiStore.getState().show('design')
}

export function createFromSample(sample: string): Promise<boolean> {
  return attempt('The sample cannot be opened', async () => {
    await show(await bridge.call('project.createFromSample', { sample }))
  })
}

/** A project of its own for a design made here, as of a lesson. */
export function createFromDesign(design: Design): Promise<boolean> {
  return attempt(`${design.name} cannot be created`, async () => {
    await show(await bridge.call('project.create', { design }))
  })
}

export function openProject(path: string): Promise<boolean> {
  return attempt(`${fileNameOf(path)} cannot be opened`, async () => {
    await show(await bridge.call('project.open', { path }))
  })
}

/** Open a project, or show what would be imported of an API file. What is neither is told as a project that cannot be opened. */
export function openFile(path: string): Promise<boolean> {
  if (PROJECT_FILE.test(path)) return openProject(path)
  return attempt(`${fileNameOf(path)} cannot be opened`, async () => {
    const report = await readReport({ path })
    if (NOT_IMPORTED.has(report.format)) await show(await bridge.call('project.open', { path }))
    else useShellStore.getState().showReport(report, { path })
  })
}

const PROJECT_FILE = /\.gatewright\.ya?ml$/i

/** As reports name them: what opens by itself, and what nothing here reads. */
const NOT_IMPORTED: ReadonlySet<string> = new Set(['Gatewright project', 'unknown'])

/** Ask for a project: by the system's dialog where there is one, else by our own. */
export function pickProject(): Promise<boolean> {
  return attempt('The project cannot be opened', async () => {
    const { path, hasDialog } = await bridge.call('project.pick', {})
    if (!hasDialog) useShellStore.getState().open('open-folder')
    else if (path !== null) await openFile(path)
  })
}

export async function closeProject(): Promise<void> {
  await bridge.call('project.close', {})
  useRunStore.getState().reset()
  useDesignStore.getState().closed()
  useShellStore.setState({ overlay: null, diskChange: null })
  useUiStore.setState({ apiId: null, stage: null, tabs: [], activeTab: null, scenarioName: null })
  useUiStore.getState().show('welcome')
  await refreshInfo()
}

export async function forgetProject(path: string): Promise<void> {
  await bridge.call('project.forget', { path })
  await refreshInfo()
}

/** Read a document and show what was understood of it; nothing is kept before `confirmImport`. */
export function readImport(file: File): Promise<boolean> {
  return attempt(`${file.name} cannot be imported`, async () => {
    refuseLargeFile(file)
    const path = bridge.pathOf(file)
    await showReport(path === null ? { fileName: file.name, base64: await fileBase64(file) } : { path })
  })
}

/** Read the document of the report once more, with other values of its parameters. */
export function readImportAgain(parameters: Readonly<Record<string, string>>): Promise<boolean> {
  const { importDocument, importReport } = useShellStore.getState()
  if (importDocument === null) return Promise.resolve(false)
  return attempt(`${importReport?.fileName} cannot be imported`, () => showReport(importDocument, parameters))
}

async function showReport(document: ImportDocument, parameters?: Readonly<Record<string, string>>): Promise<void> {
  const report = await readReport(document, parameters)
  useShellStore.getState().showReport(report, document)
}

function readReport(document: ImportDocument, values?: Readonly<Record<string, string>>): Promise<ImportReport> {
  const parameters = values === undefined ? {} : { parameters: values }
  if ('path' in document) return bridge.call('import.readPath', { ...document, ...parameters })
  return bridge.call('import.read', { ...document, ...parameters })
}

/** `isBeside`: the project is kept in the folder of the document, so that paths of functions hold. */
export function confirmImport(report: ImportReport, isBeside: boolean): Promise<boolean> {
  const { importDocument } = useShellStore.getState()
  const { design, fileName } = report
  return attempt(`${fileName} cannot be imported`, async () => {
    if (design === null) return
    const place =
      isBeside && importDocument && 'path' in importDocument ? { folder: folderOf(importDocument.path) } : {}
    await show(await bridge.call('project.create', { design, ...place }))
  })
}

/** The file was changed outside: its content replaces the window's, as one step that can be undone. */
export async function takeTheirs(): Promise<void> {
  const { diskChange } = useShellStore.getState()
  if (diskChange?.design) {
    useDesignStore.getState().replacedFromDisk(diskChange.design)
    reselect(diskChange.design)
  }
  await keepMine()
}

/** Write what is in the window over the file: after a change outside, or again after a failure. */
export async function keepMine(): Promise<void> {
  await attempt('The project cannot be saved', async () => {
    const state = await bridge.call('project.overwrite', {})
    useDesignStore.getState().saved(state)
    useShellStore.setState({ diskChange: null, overlay: null })
  })
}

/** "/home/ada/order.gatewright.yaml" -> "order.gatewright.yaml". */
export function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

/** "/home/ada/order.gatewright.yaml" -> "/home/ada". */
export function folderOf(path: string): string {
  const name = fileNameOf(path)
  const folder = path.slice(0, -name.length)
  return /^(?:[a-z]:)?[/\\]$/i.test(folder) ? folder : folder.slice(0, -1)
}
