import type { Screen } from '../../ui/screen'
import { SettingsPage } from './settings-page'

export const settingsScreen: Screen = { Main: SettingsPage }
