import type { editor } from 'monaco-editor/editor'

/** Whether the text has something to undo or redo; set by each editor. */
export const CAN_UNDO = 'gatewrightCanUndo'
export const CAN_REDO = 'gatewrightCanRedo'

/**
 * Commands of Monaco that stay without keys, because the window has those: Ctrl+K (here the first half of many), Ctrl+Enter,
 * Ctrl+Shift+Enter, Ctrl+I and Ctrl+/.
 */
const WITHOUT_KEYS = [
  'editor.action.addCommentLine',
  'editor.action.removeCommentLine',
  'editor.action.showHover',
  'editor.action.moveSelectionToNextFindMatch',
  'editor.action.trimTrailingWhitespace',
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
  'editor.foldLevel1',
  'editor.foldLevel2',
  'editor.foldLevel3',
  'editor.foldLevel4',
  'editor.foldLevel5',
  'editor.foldLevel6',
  'editor.foldLevel7',
]
