import { GatewrightError } from '@shared/contract/errors'
import type { OpenProject } from '@shared/contract/project'
import type { Design } from '@shared/design/design'
import type { Emit } from './emit'
import type { ProjectListeners, ProjectPlace, ProjectStore, StoredProject } from './ports'

/** The one project that is open, with the newest design the window sent. */
export class OpenProjectHolder {
  private readonly store: ProjectStore
  private readonly listeners: ProjectListeners
  private project: StoredProject | null = null
  private current: Design | null = null

  constructor(store: ProjectStore, emit: Emit) {
    this.store = store
    this.listeners = {
      onSaveState: (state) => emit('project.saved', state),
      onChangedOnDisk: (change) => emit('project.changedOnDisk', change),
    }
  }

  /** The project that was open stays open when the new one cannot be read. */
  async open(path: string): Promise<OpenProject> {
    const project = await this.store.open(path, this.listeners)
    if (project.path !== this.project?.path) return this.take(project)
    // The same file again: what was still to be saved is on disk only after the old one is closed.
    await project.close()
    await this.close()
    return this.take(await this.store.open(path, this.listeners))
  }

  async create(place: ProjectPlace, design: Design): Promise<OpenProject> {
    return this.take(await this.store.create(place, design, this.listeners))
  }

  /** Throws `project/none-open`. */
  get design(): Design {
    if (this.current === null) throw noneOpen()
    return this.current
  }

  /** Throws `project/none-open`. */
  get stored(): StoredProject {
    if (this.project === null) throw noneOpen()
    return this.project
  }

  put(design: Design, revision: number): void {
    this.stored.save(design, revision)
    this.current = design
  }

  async close(): Promise<void> {
    const { project } = this
    this.project = null
    this.current = null
    await project?.close()
  }

  private async take(project: StoredProject): Promise<OpenProject> {
    await this.close()
    this.project = project
    this.current = project.design
    return { path: project.path, design: project.design, diagnostics: project.diagnostics }
  }
}

function noneOpen(): GatewrightError {
  return new GatewrightError('project/none-open', 'No project is open. Open or create one first.')
}
