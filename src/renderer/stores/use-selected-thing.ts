import { useState } from 'react'
import { segmentsOf } from './place-of-pointer'
import { useUiStore } from './ui-store'

/**
 * Which of several things an editor shows: the one chosen, the one that "go to the field" leads to, else the first; null without any.
 * `area` is what JSON pointers have before a thing ("authorizers"), `names` what they call it, in the order of `ids`.
 */
export function useSelectedThing(
  ids: readonly string[],
  area: string,
  names: readonly string[] = ids,
): readonly [string | null, (id: string) => void] {
  const [chosen, choose] = useState<string | null>(null)
  const [seenPointer, setSeenPointer] = useState<string | null>(null)
  const focusPointer = useUiStore((state) => state.focusPointer)
  if (focusPointer !== null && focusPointer !== seenPointer) {
    setSeenPointer(focusPointer)
    const segments = segmentsOf(focusPointer)
    const wanted = ids[names.indexOf(segments[segments.indexOf(area) + 1] ?? '')]
    if (wanted !== undefined && segments.includes(area)) choose(wanted)
  }
  const selected = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null)
  return [selected, choose]
}
