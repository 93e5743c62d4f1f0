import { useSyncExternalStore } from 'react'

function follow(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] })
  return () => observer.disconnect()
}

/** Pixels of 1rem, which the text size of the settings changes. */
export function useRootFontSize(): number {
  return useSyncExternalStore(follow, () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
}
