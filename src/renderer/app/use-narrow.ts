import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useUiStore } from '../stores/ui-store'
import tokens from '../ui/theme/tokens.json'

type Side = 'sidebar' | 'inspector'

function isSideOpen(side: Side): boolean {
  const { isSidebarOpen, isInspectorOpen } = useUiStore.getState()
  return side === 'sidebar' ? isSidebarOpen : isInspectorOpen
}

/**
 * Below its width a side lies over the main part. It closes when that begins and when another screen is chosen, and is as it was before
 * when that ends.
 */
function useOverlay(side: Side, width: number): boolean {
  const isOver = useMediaQuery(`(max-width: ${width - 1}px)`, undefined, { getInitialValueInEffect: false })
  const wasOpen = useRef(true)
  useEffect(() => {
    const isOpen = isSideOpen(side)
    if (isOver) wasOpen.current = isOpen
    if (isOpen !== (!isOver && wasOpen.current)) useUiStore.getState().toggle(side)
  }, [isOver, side])
  useEffect(() => {
    if (!isOver) return undefined
    return useUiStore.subscribe((state, before) => {
      if (state.activity !== before.activity && isSideOpen(side)) state.toggle(side)
    })
  }, [isOver, side])
  return isOver
}

export function useNarrow(): { readonly isSidebarOver: boolean; readonly isInspectorOver: boolean } {
  const isSidebarOver = useOverlay('sidebar', tokens.breakpoint.sidebarOverlay)
  const isInspectorOver = useOverlay('inspector', tokens.breakpoint.inspectorOverlay)
  return { isSidebarOver, isInspectorOver }
}
