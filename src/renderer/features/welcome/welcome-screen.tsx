import type { Screen } from '../../ui/screen'
import { Welcome } from './welcome'

export const welcomeScreen: Screen = { Main: Welcome }
