import type { Screen } from '../../ui/screen'
import { SimulateInspector } from './simulate-inspector'
import { SimulateMain } from './simulate-main'
import { SimulateSidebar } from './simulate-sidebar'

export const simulateScreen: Screen = { Sidebar: SimulateSidebar, Main: SimulateMain, Inspector: SimulateInspector }
