import type * as monacoModule from 'monaco-editor/editor'

export type Monaco = typeof monacoModule

let loading: Promise<Monaco> | undefined

/** The editor's code, loaded once. Rejects when its files cannot be had; the next call tries again. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= import('./monaco').then(
    ({ monaco }) => monaco,
    (error: unknown) => {
      loading = undefined
      throw error
    },
  )
  return loading
}
