import type { ReactNode } from 'react'
import './editor-page.css'

export interface EditorPageProps {
  readonly title: string
  /** At the right of the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page in a tab that edits what routes share. */
export function EditorPage({ title, actions, children }: EditorPageProps) {
  return (
    <div className="gw-editor">
      <div className="gw-editor-head">
        <h2>{title}</h2>
        {actions}
      </div>
      <div className="gw-editor-body">{children}</div>
    </div>
  )
}

export interface ListAndFormProps {
  readonly list: ReactNode
  /** null when nothing is selected. */
  readonly form: ReactNode
}

/** Things at the left, the selected one at the right; one below the other where there is no room. */
export function ListAndForm({ list, form }: ListAndFormProps) {
  return (
    <div className="gw-list-form">
      <div className="gw-list-form-list">{list}</div>
      <div className="gw-list-form-form">{form}</div>
    </div>
  )
}
