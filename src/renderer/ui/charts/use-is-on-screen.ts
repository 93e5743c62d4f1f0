import { useCallback, useState } from 'react'

/** Whether any part of an element is in the viewport, so that what is not seen need not be drawn again. */
export function useIsOnScreen(): [(element: Element | null) => (() => void) | undefined, boolean] {
  const [isOnScreen, setIsOnScreen] = useState(true)
  const ref = useCallback((element: Element | null) => {
    if (element === null) return undefined
    const observer = new IntersectionObserver((entries) => setIsOnScreen(entries.some((entry) => entry.isIntersecting)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, isOnScreen]
}
