export { recentMoves } from './recent-moves.ts'
