import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Screen coordinates in device-independent pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a window was. Without a position the system chooses one. */
export interface WindowState {
  readonly width: number
  readonly height: number
  readonly position?: { readonly x: number; readonly y: number }
  readonly isMaximized: boolean
}

export const SMALLEST_WINDOW = { width: 800, height: 560 } as const
const FIRST_WINDOW: WindowState = { width: 1440, height: 900, isMaximized: false }

/** How much of a window's title bar must be on a screen for a person to get hold of it. */
const REACHABLE = 100

/**
 * What was stored, made to fit: never smaller than the smallest window, never larger than its screen, and without its position when
 * that screen is gone. Anything that is no state counts as absent.
 */
export function fitWindowState(stored: unknown, screens: readonly Rectangle[]): WindowState {
  if (!isWindowState(stored)) return FIRST_WINDOW
  const { position } = stored
  const screen = position && screens.find((candidate) => isReachable(position, stored.width, candidate))
  const largest = screen ?? screens[0] ?? stored
  return {
    width: between(SMALLEST_WINDOW.width, stored.width, largest.width),
    height: between(SMALLEST_WINDOW.height, stored.height, largest.height),
    isMaximized: stored.isMaximized,
    ...(screen && position ? { position } : {}),
  }
}

/** The stored text as JSON, null when there is none or it is broken. */
export function readWindowState(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** A window that cannot be remembered is no reason to keep it from closing. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(state))
  } catch {
    // Next time it opens at the usual place.
  }
}

function isReachable(position: { x: number; y: number }, width: number, screen: Rectangle): boolean {
  const overlap = Math.min(position.x + width, screen.x + screen.width) - Math.max(position.x, screen.x)
  return overlap >= REACHABLE && position.y >= screen.y && position.y <= screen.y + screen.height - REACHABLE
}

function between(smallest: number, value: number, largest: number): number {
  return Math.round(Math.max(smallest, Math.min(value, largest)))
}

function isWindowState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null) return false
  const { width, height, position, isMaximized } = value as Partial<Record<keyof WindowState, unknown>>
  return (
    isSize(width) && isSize(height) && typeof isMaximized === 'boolean' && (position === undefined || isPoint(position))
  )
}

function isPoint(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { x, y } = value as { x?: unknown; y?: unknown }
  return Number.isFinite(x) && Number.isFinite(y)
}

function isSize(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}
