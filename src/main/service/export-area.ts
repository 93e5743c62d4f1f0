import type { Args } from '@shared/contract/commands'
import { GatewrightError } from '@shared/contract/errors'
import { DESIGN_FORMATS, type DesignFormat, type ExportedDesign } from '@shared/contract/export'
import type { DocumentDesk } from './document-desk'
import type { OpenProjectHolder } from './open-project-holder'
import type { HostPorts } from './ports'
import type { Handlers } from './service'

type ExportCommands = Extract<keyof Handlers, `export.${string}`>

/** The open design in other formats: looked at, compared with its last export, and written. */
export function exportArea(
  ports: HostPorts,
  desk: DocumentDesk,
  holder: OpenProjectHolder,
): Pick<Handlers, ExportCommands> {
  return {
    'export.preview': async (request) => {
      const { design, stored } = holder
      const last = await ports.exports.last(stored.path, request.format)
      return { ...(await desk.ask('preview', { design, request, last: last && last.files })), last }
    },
    'export.formats': async (scope) => {
      const { design } = holder
      const summaryOf = (format: DesignFormat) => desk.ask('summary', { design, request: { ...scope, format } })
      return { formats: await Promise.all(DESIGN_FORMATS.map(summaryOf)) }
    },
    'export.save': async ({ folder, ...request }) => {
      const { design, stored } = holder
      const exported = await desk.ask('export', { design, request })
      const paths = await written(ports, exported, folder)
      if (paths === null) return null
      if (exported.files.length > 0) await ports.exports.keep(stored.path, request.format, exported.files)
      return { paths, diagnostics: exported.diagnostics }
    },
  }
}

/** The paths; null when the person cancelled. Nothing is written when there is nothing to write. */
async function written(
  { exports, pickFolder, pickSaveFile }: HostPorts,
  { files }: ExportedDesign,
  folder: Args<'export.save'>['folder'],
): Promise<readonly string[] | null> {
  const [first, ...others] = files
  if (first === undefined) return []
  if (folder !== undefined) return exports.writeFiles(folder, files)
  if (pickFolder === null || pickSaveFile === null)
    throw new GatewrightError('project/unwritable', 'There is no file dialog here: name a folder to export into.')
  if (others.length > 0) {
    const chosen = await pickFolder()
    return chosen === null ? null : exports.writeFiles(chosen, files)
  }
  const path = await pickSaveFile(first.name)
  if (path === null) return null
  await exports.writeFile(path, first.text)
  return [path]
}
