import { plural } from '../ui/format'
import { toast } from '../ui/toast'
import { useDesignStore } from './design-store'
import { useExportStore } from './export-store'

/** Why there is nothing to save or to copy; null when there is. */
export function whyNotSaveExport(): string | null {
  return shownFile() === undefined ? 'There is no file to save' : null
}

/** Write what the preview shows, and say where. Nothing is said when the dialog was cancelled. */
export async function saveExport(): Promise<void> {
  const paths = await useExportStore.getState().save()
  const [first] = paths ?? []
  if (paths === null || first === undefined) return
  const others = paths.length > 1 ? ` and ${plural(paths.length - 1, 'more file')}` : ''
  toast({ message: `Saved ${besideProject(first)}${others}`, code: 'export-saved' })
}

/** "exports/template.yaml" for what lies below the project's folder; other paths whole. */
function besideProject(path: string): string {
  const project = useDesignStore.getState().path ?? ''
  const folder = project.slice(0, Math.max(project.lastIndexOf('/'), project.lastIndexOf('\\')) + 1)
  return folder !== '' && path.startsWith(folder) ? path.slice(folder.length) : path
}

/** The whole file, also where the preview is cut. */
export async function copyExport(): Promise<void> {
  await navigator.clipboard.writeText(shownFile()?.text ?? '')
  toast({ message: 'Copied', code: 'export-copied' })
}

function shownFile() {
  const { preview, fileName } = useExportStore.getState()
  return preview?.files.find(({ name }) => name === fileName)
}
