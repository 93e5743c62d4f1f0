import { useCallback, useState } from 'react'

export interface ElementSize {
  readonly width: number
  readonly height: number
}

/** The content size of an element in whole pixels, followed as it changes; 0 by 0 until it is laid out. */
export function useElementSize(): [(element: HTMLElement | null) => (() => void) | undefined, ElementSize] {
  const [size, setSize] = useState<ElementSize>({ width: 0, height: 0 })
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    const observer = new ResizeObserver(() => {
      const next = { width: Math.floor(element.clientWidth), height: Math.floor(element.clientHeight) }
      setSize((before) => (before.width === next.width && before.height === next.height ? before : next))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, size]
}
