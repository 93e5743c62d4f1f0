import { useState } from 'react'
import { segmentsOf } from './place-of-pointer'
import { useUiStore } from './ui-store'

/**
 * Which of several named things an editor shows: the one chosen, the one that "go to the field" leads to, else the first; null without
 * any. `pointerNames` are the names in JSON pointers where they differ from the ids, in the same order.
 */
export function useSelectedThing(
  ids: readonly string[],
  pointerNames: readonly string[] = ids,
): readonly [string | null, (id: string) => void] {
  const [chosen, choose] = useState<string | null>(null)
  const [seenPointer, setSeenPointer] = useState<string | null>(null)
  const focusPointer = useUiStore((state) => state.focusPointer)
  if (focusPointer !== null && focusPointer !== seenPointer) {
    setSeenPointer(focusPointer)
    const segments = segmentsOf(focusPointer)
    const wanted = ids[pointerNames.findIndex((name) => segments.includes(name))]
    if (wanted !== undefined) choose(wanted)
  }
  const selected = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null)
  return [selected, choose]
}
