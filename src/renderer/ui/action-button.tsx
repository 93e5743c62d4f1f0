import { Button, Tooltip, VisuallyHidden, type ButtonProps } from '@mantine/core'
import { useId, type MouseEvent, type ReactNode } from 'react'
import './action-button.css'

export interface ActionButtonProps extends Pick<
  ButtonProps,
  'variant' | 'leftSection' | 'rightSection' | 'size' | 'fullWidth' | 'className' | 'color'
> {
  readonly children?: ReactNode
  /** Why it cannot be used now. The button stays focusable and says so. */
  readonly disabledReason?: string | null
  /** Explains an action that can be used. */
  readonly tooltip?: ReactNode
  readonly testId?: string
  /** The accessible name where the content alone is not enough. */
  readonly label?: string
  /** `data-*` and ARIA attributes of the button. */
  readonly attributes?: Readonly<Record<`data-${string}` | `aria-${string}`, string | number | boolean | undefined>>
  onClick(event: MouseEvent<HTMLButtonElement>): void
}

/** A button that, where others would be disabled, says why: in its tooltip and in its description. */
export function ActionButton(props: ActionButtonProps) {
  const { children, disabledReason, tooltip, testId, label, attributes, onClick, ...look } = props
  const id = useId()
  const isOff = typeof disabledReason === 'string'
  const button = (
    <Button
      {...look}
      {...attributes}
      type="button"
      data-testid={testId}
      aria-label={label}
      aria-disabled={isOff || undefined}
      aria-describedby={isOff ? id : undefined}
      data-off={isOff || undefined}
      onClick={(event) => {
        if (!isOff) onClick(event)
      }}
    >
      {children}
    </Button>
  )
  const text = disabledReason ?? tooltip
  return (
    <>
      {text ? <Tooltip label={text}>{button}</Tooltip> : button}
      {isOff && <VisuallyHidden id={id}>{disabledReason}</VisuallyHidden>}
    </>
  )
}
