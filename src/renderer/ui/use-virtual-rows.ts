import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

/** Above this many rows only those in view are in the page. */
export const VIRTUAL_FROM = 100

/** Pixels of a height that density and text size decide, as in "--gw-row". */
function heightOf(variable: string): number {
  const root = getComputedStyle(document.documentElement)
  return Number.parseFloat(root.getPropertyValue(variable)) * Number.parseFloat(root.fontSize) || 28
}

/** Rows of one height inside a scrolling element; none when `count` is at most VIRTUAL_FROM. */
export function useVirtualRows(
  scroller: RefObject<HTMLDivElement | null>,
  count: number,
  variable: '--gw-row' | '--gw-tree-row',
): { readonly isVirtual: boolean; readonly virtualizer: Virtualizer<HTMLDivElement, Element> } {
  const isVirtual = count > VIRTUAL_FROM
  // oxlint-disable-next-line react/incompatible-library -- the compiler that cannot memoise it is not used here
  const virtualizer = useVirtualizer({
    count: isVirtual ? count : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => heightOf(variable),
    overscan: 16,
  })
  return { isVirtual, virtualizer }
}
