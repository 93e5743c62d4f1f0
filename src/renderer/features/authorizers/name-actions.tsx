import { ActionButton } from '../../ui/action-button'
import type { AuthorizerActions } from './authorizers-page'

/** At the head of an authorizer's form. */
export function NameActions({ id, onRename, onRemove }: AuthorizerActions & { readonly id: string }) {
  return (
    <span className="gw-form-actions">
      <ActionButton label={`Rename ${id}`} onClick={onRename}>
        Rename
      </ActionButton>
      <ActionButton label={`Delete ${id}`} onClick={onRemove}>
        Delete
      </ActionButton>
    </span>
  )
}
