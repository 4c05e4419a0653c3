/** Who is who: the chart of bodies, the leaders, and the introduction put together from what is public. */
export { DIRECTORY_PATHS } from './addresses.ts';
export { introductionOf } from './pages/introduction.tsx';
export { directoryRoom } from './room.ts';
