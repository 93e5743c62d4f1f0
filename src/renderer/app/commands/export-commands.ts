import type { MenuCommandId } from '@shared/contract/menu'
import { compareWithFile } from '../../stores/compare-store'
import { copyExport, saveExport, whyNotSaveExport } from '../../stores/save-export'
import { chooseFile } from '../../stores/choose-file'
import { useUiStore } from '../../stores/ui-store'
import { needsProject, type Action } from './action'

type ExportCommandId = Extract<MenuCommandId, `export.${string}` | 'design.compare'>

const onScreen = (): string | null =>
  needsProject() ?? (useUiStore.getState().activity === 'export' ? whyNotSaveExport() : 'Open the Export screen first')

export const EXPORT_ACTIONS: { readonly [id in ExportCommandId]: Action } = {
  'export.save': { run: () => void saveExport(), whyNot: onScreen },
  'export.copy': { run: () => void copyExport(), whyNot: onScreen },
  'design.compare': { run: () => chooseFile((file) => void compareWithFile(file)), whyNot: needsProject },
}
