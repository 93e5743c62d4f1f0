import type { ReactNode } from 'react'
import type { CodeEditorProps } from './code-editor-props'

interface EditorFrameProps extends Pick<CodeEditorProps, 'testId' | 'attributes' | 'language'> {
  readonly isBusy: boolean
  readonly isLoaded: boolean
  readonly children: ReactNode
}

/** The root of an editor: what tests find, and the room that is kept until the editor is there. */
export function EditorFrame({ testId, attributes, language, isBusy, isLoaded, children }: EditorFrameProps) {
  return (
    <div
      className="gw-code"
      data-testid={testId}
      data-language={language}
      data-loaded={isLoaded}
      data-busy={isBusy}
      aria-busy={!isLoaded}
      {...attributes}
    >
      {children}
    </div>
  )
}
