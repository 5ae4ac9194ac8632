-- Passages that hold a run of $size pieces, whose term ids are $low to $high. Each once, in no order.
SELECT passage FROM posting WHERE term BETWEEN $low AND $high AND fresh <= $size;
