import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import './toast.css'

export interface Toast {
  readonly message: string
  /** For tests and for telling toasts apart; one toast per code is shown at a time. */
  readonly code?: string
  /** Takes back what the message tells of. */
  undo?(): void
}

/** Say at the bottom right, for six seconds, what happened. */
export function toast({ message, code, undo }: Toast): void {
  if (code !== undefined) notifications.hide(code)
  const id = notifications.show({
    ...(code === undefined ? {} : { id: code }),
    role: 'status',
    'data-testid': 'toast',
    'data-code': code ?? '',
    className: 'gw-toast',
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close' },
    message: (
      <span className="gw-toast-body">
        <span>{message}</span>
        {undo && (
          <Button
            variant="subtle"
            data-testid="toast-undo"
            onClick={() => {
              notifications.hide(id)
              undo()
            }}
          >
            Undo
          </Button>
        )}
      </span>
    ),
  })
}
