export { gif } from './gif.ts';
export { PICTURE_SIZES, type PictureOptions } from './picture.ts';
export { png } from './png.ts';
export { readGif } from './read/read-gif.ts';
export { readPng } from './read/read-png.ts';
