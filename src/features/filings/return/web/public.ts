export { EmptyFigure, EmptyLegend } from './EmptyFigure.tsx'
// What the merged tables show of a table.
export { TableState } from './StateTag.tsx'
export { tableKindScreens } from './table-screens.tsx'
