import type { editor } from 'monaco-editor/editor'
import type { Monaco } from './load-monaco'

/** Whether the text has something to undo, or to redo: context keys that each editor sets. */
export const CAN_UNDO = 'gatewrightCanUndo'
export const CAN_REDO = 'gatewrightCanRedo'

/** Commands that lose their keys because the window has those: Ctrl+K, here the first half of many, Ctrl(+Shift)+Enter and F8. */
const WITHOUT_KEYS = [
  'editor.action.addCommentLine',
  'editor.action.removeCommentLine',
  'editor.action.showHover',
  'editor.action.moveSelectionToNextFindMatch',
  'editor.action.trimTrailingWhitespace',
  'editor.action.formatSelection',
  'editor.action.setSelectionAnchor',
  'editor.action.selectFromAnchorToCursor',
  'editor.action.revealDefinitionAside',
  'togglePeekWidgetFocus',
  'workbench.action.showHover',
  'editor.action.marker.nextInFiles',
  'editor.action.marker.prevInFiles',
  'editor.action.insertLineAfter',
  'editor.action.insertLineBefore',
  'editor.unfoldRecursively',
  'editor.toggleFold',
  'editor.foldRecursively',
  'editor.toggleFoldRecursively',
  'editor.foldAllBlockComments',
  'editor.foldAllMarkerRegions',
  'editor.unfoldAllMarkerRegions',
  'editor.foldAllExcept',
  'editor.unfoldAllExcept',
  'editor.foldAll',
  'editor.unfoldAll',
  'editor.createFoldingRangeFromSelection',
  'editor.removeManualFoldingRanges',
  ...[1, 2, 3, 4, 5, 6, 7].map((level) => `editor.foldLevel${level}`),
]

/** Leaves the window its keys, and undo and redo once the text has nothing left of them. */
export function keyRules({ KeyMod, KeyCode }: Monaco): editor.IKeybindingRule[] {
  const { CtrlCmd, Shift } = KeyMod
  return [
    ...WITHOUT_KEYS.map((command) => ({ keybinding: 0, command: `-${command}` })),
    { keybinding: CtrlCmd | KeyCode.KeyI, command: '-editor.action.triggerSuggest' },
    { keybinding: 0, command: '-undo' },
    { keybinding: 0, command: '-redo' },
    { keybinding: CtrlCmd | KeyCode.KeyZ, command: 'undo', when: CAN_UNDO },
    { keybinding: CtrlCmd | Shift | KeyCode.KeyZ, command: 'redo', when: CAN_REDO },
    { keybinding: CtrlCmd | KeyCode.KeyY, command: 'redo', when: CAN_REDO },
  ]
}
