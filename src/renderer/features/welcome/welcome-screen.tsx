import type { Screen } from '../../app/screen'
import { Welcome } from './welcome'

export const welcomeScreen: Screen = { Main: Welcome }
