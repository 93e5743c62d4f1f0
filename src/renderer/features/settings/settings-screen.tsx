import type { Screen } from '../../app/screen'
import { SettingsPage } from './settings-page'

export const settingsScreen: Screen = { Main: SettingsPage }
