Bạn nhận thư này vì bạn có tên trong danh sách ${list} (${address}).
Xem trên web: ${post}
Rời danh sách: ${leave}
