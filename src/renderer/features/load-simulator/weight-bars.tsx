import { Button } from '@mantine/core'
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { weightAfterKey, weightAtPointer } from './weight-steps'

export interface WeightBarsProps {
  /** "Hours". */
  readonly label: string
  /** Of each bar, for its accessible name: "09:00 UTC". */
  readonly names: readonly string[]
  /** Shown below some of the bars, by index. */
  readonly ticks: Readonly<Record<number, string>>
  readonly weights: readonly number[]
  readonly pointer: string
  /** Nobody changed them yet. */
  readonly isDefault: boolean
  onReset(): void
  onChange(weights: readonly number[], pointer: string): void
}

/** Relative weights as bars: drag across them, or focus one and press the arrow keys. */
export function WeightBars(props: WeightBarsProps) {
  const { label, names, ticks, weights, pointer, isDefault, onReset, onChange } = props
  const track = useRef<HTMLDivElement>(null)
  const most = Math.max(1e-9, ...weights)

  function put(index: number, weight: number): void {
    if (weights[index] !== weight) onChange(weights.with(index, weight), pointer)
  }
  function draw(event: PointerEvent): void {
    const box = track.current?.getBoundingClientRect()
    if (box === undefined || (event.buttons & 1) === 0) return
    const index = Math.floor(((event.clientX - box.left) / box.width) * weights.length)
    if (index >= 0 && index < weights.length)
      put(index, weightAtPointer((box.bottom - event.clientY) / box.height, most))
  }
  function onKeyDown(event: KeyboardEvent, index: number): void {
    const sideways = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (sideways !== 0) {
      const next = track.current?.children[index + sideways]
      if (next instanceof HTMLElement) next.focus()
      event.preventDefault()
      return
    }
    const weight = weightAfterKey(event.key, weights[index] ?? 0, most)
    if (weight === undefined) return
    event.preventDefault()
    put(index, weight)
  }
  return (
    <div className="gw-weights" role="group" aria-label={label} data-testid="field" data-path={pointer}>
      <div className="gw-sim-item">
        <span className="gw-weights-label">{label}</span>
        {isDefault ? (
          <span className="gw-sim-note">office days</span>
        ) : (
          <Button variant="subtle" size="compact-xs" onClick={onReset}>
            Use office days
          </Button>
        )}
      </div>
      <div className="gw-weights-track" ref={track} onPointerDown={draw} onPointerMove={draw}>
        {weights.map((weight, index) => (
          <div
            key={names[index]}
            className="gw-weights-bar"
            role="slider"
            aria-label={names[index]}
            aria-valuemin={0}
            aria-valuemax={Math.max(100, most)}
            aria-valuenow={weight}
            aria-valuetext={`weight ${weight}`}
            aria-orientation="vertical"
            tabIndex={index === 0 ? 0 : -1}
            title={`${names[index]}: ${weight}`}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            <span style={{ height: `${(weight / most) * 100}%` }} />
          </div>
        ))}
      </div>
      <div className="gw-weights-ticks" aria-hidden="true">
        {weights.map((_, index) => (
          <span key={names[index]}>{ticks[index] ?? ''}</span>
        ))}
      </div>
    </div>
  )
}
