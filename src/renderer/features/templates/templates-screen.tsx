import type { Screen } from '../../ui/screen'
import { TemplatesMain } from './templates-main'
import { TemplatesPanel } from './templates-panel'
import { TemplatesSidebar } from './templates-sidebar'

export const templatesScreen: Screen = { Sidebar: TemplatesSidebar, Main: TemplatesMain, Panel: TemplatesPanel }
