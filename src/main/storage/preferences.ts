import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { DEFAULT_SETTINGS, type RecentProject, type Settings } from '@shared/contract/app-info'
import type { Preferences } from '../service/ports'
import { readJsonFile, writeJsonFile } from './json-file'

const MOST_RECENT = 20

export interface PreferencesOptions {
  readonly dataFolder: string
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

type RecentEntry = Omit<RecentProject, 'isMissing'>

/** `settings.json`, `recent.json` and `trusted.json` in the data folder. */
export function createPreferences({ dataFolder, now = Date.now }: PreferencesOptions): Preferences {
  const settingsPath = join(dataFolder, 'settings.json')
  const recentPath = join(dataFolder, 'recent.json')
  const trustedPath = join(dataFolder, 'trusted.json')
  let turns: Promise<unknown> = Promise.resolve()
  const changeRecent = (change: (entries: readonly RecentEntry[]) => readonly RecentEntry[]): Promise<void> => {
    const turn = turns.then(async () => writeJsonFile(recentPath, change(recentFrom(await readJsonFile(recentPath)))))
    turns = turn.catch(() => undefined)
    return turn
  }
  return {
    readSettings: async () => settingsFrom(await readJsonFile(settingsPath)),
    writeSettings: (settings) => writeJsonFile(settingsPath, settingsFrom(settings)),
    async readRecent() {
      const entries = recentFrom(await readJsonFile(recentPath))
      return Promise.all(entries.map(async (entry) => ({ ...entry, isMissing: !(await exists(entry.path)) })))
    },
    addRecent: ({ path, name }) =>
      changeRecent((entries) => [{ path, name, openedAt: now() }, ...without(entries, path)].slice(0, MOST_RECENT)),
    removeRecent: (path) => changeRecent((entries) => without(entries, path)),
    isTrusted: async (folder) => trustedFrom(await readJsonFile(trustedPath)).includes(folder),
    async trust(folder) {
      const known = trustedFrom(await readJsonFile(trustedPath))
      if (!known.includes(folder)) await writeJsonFile(trustedPath, [...known, folder])
    },
  }
}

function without(entries: readonly RecentEntry[], path: string): readonly RecentEntry[] {
  return entries.filter((entry) => entry.path !== path)
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** Each setting that is not one of its values has its default. */
function settingsFrom(stored: unknown): Settings {
  const value = membersOf(stored)
  const { gatewayPort } = value
  const isPort =
    typeof gatewayPort === 'number' && Number.isInteger(gatewayPort) && gatewayPort >= 0 && gatewayPort < 65_536
  return {
    theme: oneOf(value.theme, ['system', 'light', 'dark'], DEFAULT_SETTINGS.theme),
    density: oneOf(value.density, ['compact', 'comfortable'], DEFAULT_SETTINGS.density),
    motion: oneOf(value.motion, ['system', 'reduced'], DEFAULT_SETTINGS.motion),
    gatewayPort: isPort ? gatewayPort : DEFAULT_SETTINGS.gatewayPort,
    ...(value.gatewayTls === true && { gatewayTls: true }),
    ...textSizeFrom(value.textSizePercent),
    ...lessonsFrom(value.lessons),
  }
}

/** Left out when it is the usual size or none that can be chosen. */
function textSizeFrom(value: unknown): Pick<Settings, 'textSizePercent'> {
  return typeof value === 'number' && value >= 90 && value <= 150 && value !== 100 ? { textSizePercent: value } : {}
}

/** Left out when no lesson was taken. */
function lessonsFrom(stored: unknown): Pick<Settings, 'lessons'> {
  const taken = Object.entries(membersOf(stored)).flatMap(([id, progress]) =>
    progress === 'RIGHT' || progress === 'DONE' ? [[id, progress] as const] : [],
  )
  return taken.length === 0 ? {} : { lessons: Object.fromEntries(taken) }
}

function oneOf<Word extends string>(value: unknown, words: readonly Word[], otherwise: Word): Word {
  return words.find((word) => word === value) ?? otherwise
}

function recentFrom(stored: unknown): readonly RecentEntry[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((item: unknown) => {
    const { path, name, openedAt } = membersOf(item)
    const isWhole = typeof path === 'string' && typeof name === 'string' && typeof openedAt === 'number'
    return isWhole ? [{ path, name, openedAt }] : []
  })
}

function trustedFrom(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter((item: unknown) => typeof item === 'string') : []
}

function membersOf(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
