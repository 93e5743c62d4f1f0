import { loader } from '@monaco-editor/react'
import type * as monacoModule from 'monaco-editor/editor'
import tokens from '../theme/tokens.json'

export type Monaco = typeof monacoModule

let loading: Promise<Monaco> | undefined
let loaded: Monaco | null = null

/**
 * The editor's code, loaded once, together with its font: Monaco measures letters when an editor is made. Rejects when its files cannot
 * be had; the next call tries again. A screen may call it ahead of its first editor.
 */
export function loadMonaco(): Promise<Monaco> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

/** Monaco when it is there already. */
export function loadedMonaco(): Monaco | null {
  return loaded
}

async function load(): Promise<Monaco> {
  const font = document.fonts.load(`${tokens.font.size.code}px ${tokens.font.mono}`).catch(() => [])
  const [{ monaco }] = await Promise.all([import('./monaco'), font])
  // Without this the package would fetch Monaco from a server.
  loader.config({ monaco: monaco as never })
  loaded = (await loader.init()) as unknown as Monaco
  return loaded
}
