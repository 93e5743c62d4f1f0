import type { TextFile } from '@shared/contract/text-file'

/** Let the person keep a file: a download in a browser, the system's dialog where the host has one. */
export function saveTextFile({ name, text }: Pick<TextFile, 'name' | 'text'>): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own reference by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
