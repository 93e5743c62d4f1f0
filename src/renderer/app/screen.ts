export type { Screen } from '../ui/screen'
