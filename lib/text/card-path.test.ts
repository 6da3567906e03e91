import { expect, test } from 'vitest';
import { type CardShape, cardPath, cardShapes, parseCardFile } from './card-path';

const hash = '0123456789abcdef';

test.each(Object.keys(cardShapes) as CardShape[])('The name of a %s card is read back', (shape) => {
  const file = cardPath('id', hash, shape).split('/').at(-1) ?? '';
  expect(parseCardFile(file)).toEqual({ hash, shape });
});

test.each(['', 'x.png', `${hash}.jpg`, `${hash}-wide.png`, `${hash}-5x4.png`, `${hash}0.png`])(
  '“%s” names no card',
  (file) => {
    expect(parseCardFile(file)).toBeNull();
  },
);
