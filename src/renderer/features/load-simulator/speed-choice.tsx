import { useRef, type KeyboardEvent } from 'react'
import type { PlaySpeed } from '@shared/contract/simulation'
import { useRunStore } from '../../stores/run-store'

const SPEEDS: readonly { readonly speed: PlaySpeed; readonly label: string; readonly name: string }[] = [
  { speed: 1, label: '1x', name: 'As in real time' },
  { speed: 10, label: '10x', name: '10 seconds a second' },
  { speed: 60, label: '60x', name: 'A minute a second' },
  { speed: 'MAX', label: 'Max', name: 'As fast as it goes' },
]

/** How fast the run goes, also while it does. */
export function SpeedChoice() {
  const speed = useRunStore((state) => state.speed)
  const group = useRef<HTMLDivElement>(null)
  function choose(index: number): void {
    const next = SPEEDS[(index + SPEEDS.length) % SPEEDS.length]
    if (next === undefined) return
    void useRunStore.getState().setSpeed(next.speed)
    group.current?.querySelector<HTMLElement>(`[data-speed="${next.speed}"]`)?.focus()
  }
  function onKeyDown(event: KeyboardEvent, index: number): void {
    const by = ['ArrowRight', 'ArrowDown'].includes(event.key)
      ? 1
      : ['ArrowLeft', 'ArrowUp'].includes(event.key)
        ? -1
        : 0
    if (by === 0) return
    event.preventDefault()
    choose(index + by)
  }
  return (
    <div className="gw-sim-speeds" role="radiogroup" aria-label="Speed" data-testid="sim-speed" ref={group}>
      {SPEEDS.map((each, index) => (
        <button
          key={each.label}
          type="button"
          role="radio"
          aria-checked={speed === each.speed}
          tabIndex={speed === each.speed ? 0 : -1}
          data-speed={each.speed}
          title={each.name}
          onClick={() => choose(index)}
          onKeyDown={(event) => onKeyDown(event, index)}
        >
          {each.label}
        </button>
      ))}
    </div>
  )
}
