import type { OpenProject } from '@shared/contract/project'
import { checkDesign } from '@shared/design/checks/check-design'
import { folderOf } from './folder-of'
import type { OpenProjectHolder } from './open-project-holder'
import type { HostPorts } from './ports'
import type { Handlers } from './service'

type ProjectCommands = Extract<keyof Handlers, `project.${string}`>

/** Opening, making and closing project files. `leave` ends what belongs to the project that was open. */
export function projectArea(
  ports: HostPorts,
  holder: OpenProjectHolder,
  leave: () => Promise<unknown>,
): Pick<Handlers, ProjectCommands> {
  async function opened(project: OpenProject): Promise<OpenProject> {
    await leave()
    await ports.preferences.addRecent({ path: project.path, name: project.design.name })
    return { ...project, diagnostics: [...project.diagnostics, ...checkDesign(project.design)] }
  }

  return {
    'project.create': async ({ design, ...place }) => opened(await holder.create(place, design)),
    'project.createFromSample': async ({ sample }) => {
      const path = await ports.samples.copy(sample)
      // Its functions came with the program.
      await ports.preferences.trust(folderOf(path))
      return opened(await holder.open(path))
    },
    'project.open': async ({ path }) => opened(await holder.open(path)),
    'project.pick': async () =>
      ports.pickFile === null ? { path: null, hasDialog: false } : { path: await ports.pickFile(), hasDialog: true },
    'project.close': async () => {
      await leave()
      await holder.close()
      return {}
    },
    'project.forget': async ({ path }) => {
      await ports.preferences.removeRecent(path)
      return {}
    },
    'project.overwrite': async () => holder.stored.overwrite(),
    'project.list': ({ folder }) => ports.projects.list(folder),
  }
}
