import type { Screen } from '../../ui/screen'
import { ExportMain } from './export-main'
import { ExportNotes } from './export-notes'
import { ExportSidebar } from './export-sidebar'

export const exportScreen: Screen = { Sidebar: ExportSidebar, Main: ExportMain, Inspector: ExportNotes }
