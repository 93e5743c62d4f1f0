import type { MenuCommandId } from './menu'

export interface AppInfo {
  readonly version: string
  readonly platform: 'darwin' | 'win32' | 'linux'
  readonly samples: readonly SampleInfo[]
  readonly recent: readonly RecentProject[]
  readonly settings: Settings
  /** A file named on the command line, to be opened at once. */
  readonly openPath: string | null
}

export interface SampleInfo {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly protocolTypes: readonly ('REST' | 'HTTP' | 'WEBSOCKET')[]
}

export interface RecentProject {
  readonly path: string
  readonly name: string
  /** Milliseconds since 1970. */
  readonly openedAt: number
  readonly isMissing: boolean
}

/** What the person chose for every project; kept in the data folder. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark'
  readonly density: 'compact' | 'comfortable'
  readonly motion: 'system' | 'reduced'
  /** Port of the local gateway; 0 picks a free one. */
  readonly gatewayPort: number
  /** Whether the local gateway answers over TLS too; not when absent. */
  readonly gatewayTls?: boolean
  /** Percent of the usual text size, 90 to 150; 100 when absent. */
  readonly textSizePercent?: number
  /** Lessons taken, by id: RIGHT when the first answer was right, DONE otherwise. */
  readonly lessons?: { readonly [lessonId: string]: LessonProgress }
}

export type LessonProgress = 'RIGHT' | 'DONE'

export const DEFAULT_SETTINGS: Settings = { theme: 'system', density: 'compact', motion: 'system', gatewayPort: 3000 }

export type MenuCommand = { readonly id: MenuCommandId } | { readonly id: 'project.openPath'; readonly path: string }
